from ribdown.core.errors import ContentError, UserError


def test_a_user_error_says_what_and_what_next() -> None:
    error = UserError("The disk is full.", "Make room, then save again.")
    assert (error.what, error.next_step) == ("The disk is full.", "Make room, then save again.")
    assert str(error) == "The disk is full. Make room, then save again."


def test_a_user_error_may_have_no_next_step() -> None:
    assert str(UserError("The disk is full.")) == "The disk is full."


def test_a_content_error_names_the_key() -> None:
    error = ContentError("$.blocks[1].press", "12 s is outside 5–8 s")
    assert str(error) == "$.blocks[1].press: 12 s is outside 5–8 s"
    assert (error.key, error.problem) == ("$.blocks[1].press", "12 s is outside 5–8 s")
