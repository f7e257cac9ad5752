"""What a person can cause, told apart from bugs: an error with one sentence and a next step."""


class UserError(Exception):
    """Something a person can cause and put right.

    `what` is one sentence; `next_step` says what to do now. Shown on stderr or in a banner, never as a traceback.
    """

    def __init__(self, what: str, next_step: str = "") -> None:
        super().__init__(f"{what} {next_step}".strip())
        self.what = what
        self.next_step = next_step


class ContentError(Exception):
    """A content file says something that is not allowed. `key` is its path, such as `$.blocks[1].press`."""

    def __init__(self, key: str, problem: str) -> None:
        super().__init__(f"{key}: {problem}")
        self.key = key
        self.problem = problem
