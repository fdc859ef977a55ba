"""Errors of requests."""


class RequestError(Exception):
    """A request cannot be answered; the message says why, and ``status`` is the HTTP status code."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status
