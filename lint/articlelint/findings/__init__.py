"""
What happens to findings between a rule and a report.

Here live the diagnostics (findings with their places in the file), inline ignores, baselines, changed lines,
and the fixing of files. Rules are in plugins; output formats are in ``articlelint.report``.
"""
