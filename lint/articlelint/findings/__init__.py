"""What happens to findings between a rule and a report: places, ignores, baseline, changed lines, fixes."""
