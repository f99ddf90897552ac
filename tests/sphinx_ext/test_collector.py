"""The garbage collector is as it was when a build is over."""

from __future__ import annotations

import gc

from readers import article, make_reader


def test_a_build_leaves_the_collector_as_it_was(tmp_path):
    before = gc.isenabled(), gc.get_threshold()
    make_reader(tmp_path, {"corpus/one/article.md": article("Text.")}).build()
    assert (gc.isenabled(), gc.get_threshold()) == before
    # What is set aside for a build is looked at again after it.
    assert gc.get_freeze_count() == 0
