"""A row compared with its page again: which are due, what somebody says is wrong, and the verdict that is written."""
