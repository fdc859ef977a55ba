"""
LanguageTool's HTTP interface, so that programs that ask a LanguageTool server can ask articlelint.

The interface is that of https://languagetool.org/http-api/, version 2, and of the programs that use it.
"""
