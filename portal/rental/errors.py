"""What can be wrong with a request for a charge schedule.

PricingError               str() is Swedish and says what to do
├── RentOutOfRangeError    a negative or absurd monthly rent
├── MonthsOutOfRangeError  no begun month, or more than fifty years
└── StartOutOfRangeError   a start date outside 2000–2200
"""


class PricingError(ValueError):
    """No charge schedule can be made."""


class RentOutOfRangeError(PricingError):
    """The monthly rent is negative or absurd."""


class MonthsOutOfRangeError(PricingError):
    """The number of months is below one or absurd."""


class StartOutOfRangeError(PricingError):
    """The start date is outside what the calendar of the rules can mean."""
