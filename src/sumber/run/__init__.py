"""Run many documents through the pipeline: in this process, in a pool, or on Ray. `intake` keeps what comes out."""

from sumber.run.scatter import ENGINES, code_all
from sumber.run.work import Failure, Outcome, attempt, code_one

__all__ = ["ENGINES", "Failure", "Outcome", "attempt", "code_all", "code_one"]
