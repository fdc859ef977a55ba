"""
The units of measure and of money: their names, what they measure, and how many SI units they are.

The factors are those of the SI Brochure (9th edition, tables 4 and 8), of NIST Special Publication 811
(appendix B) and of NIST Handbook 44 (appendix C). All are exact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from articlelint.text.quantities import Dimension, Scale, Unit, UnitSystem
from articlelint.text.words import units

# The name in the singular and, after a bar, its abbreviations and irregular forms; the dimension; the system;
# the factor to the SI unit, + before an offset. What is in brackets counts only in just these capitals.
_TABLE = """
inch | in, ″                    ; length ; customary ; 0.0254
foot | ft, ′                    ; length ; customary ; 0.3048
yard | yd, yds                  ; length ; customary ; 0.9144
mile | mi                       ; length ; customary ; 1609.344
nautical mile | nmi             ; length ; customary ; 1852
furlong                         ; length ; customary ; 201.168
fathom                          ; length ; customary ; 1.8288
nanometre | nm                  ; length ; metric ; 0.000000001
millimetre | mm                 ; length ; metric ; 0.001
centimetre | cm                 ; length ; metric ; 0.01
metre | [m]                     ; length ; metric ; 1
kilometre | km, kms             ; length ; metric ; 1000
square inch | sq in             ; area ; customary ; 0.00064516
square foot | sq ft, ft²        ; area ; customary ; 0.09290304
square yard | sq yd             ; area ; customary ; 0.83612736
acre                            ; area ; customary ; 4046.8564224
square mile | sq mi             ; area ; customary ; 2589988.110336
square metre | sq m, m², m2     ; area ; metric ; 1
hectare | ha                    ; area ; metric ; 10000
square kilometre | sq km, km², km2 ; area ; metric ; 1000000
cubic inch | cu in              ; volume ; customary ; 0.000016387064
cubic foot | cu ft, ft³         ; volume ; customary ; 0.028316846592
cubic yard | cu yd              ; volume ; customary ; 0.764554857984
fluid ounce | fl oz             ; volume ; customary ; 0.0000295735295625, 0.0000284130625
pint                            ; volume ; customary ; 0.000473176473, 0.00056826125
quart                           ; volume ; customary ; 0.000946352946, 0.0011365225
gallon | gal                    ; volume ; customary ; 0.003785411784, 0.00454609
US gallon | us gal              ; volume ; customary ; 0.003785411784
imperial gallon | imp gal       ; volume ; customary ; 0.00454609
barrel | bbl                    ; volume ; customary ; 0.158987294928
acre foot                       ; volume ; customary ; 1233.48183754752
millilitre | ml                 ; volume ; metric ; 0.000001
centilitre | cl                 ; volume ; metric ; 0.00001
litre | l, L                    ; volume ; metric ; 0.001
cubic metre | cu m, m³, m3      ; volume ; metric ; 1
ounce | oz                      ; mass ; customary ; 0.028349523125, 0.0311034768
pound | lb, lbs                 ; mass ; customary ; 0.45359237
stone                           ; mass ; customary ; 6.35029318
ton                             ; mass ; customary ; 907.18474, 1016.0469088, 1000
short ton                       ; mass ; customary ; 907.18474
long ton                        ; mass ; customary ; 1016.0469088
milligram | mg                  ; mass ; metric ; 0.000001
gram | [g]                      ; mass ; metric ; 0.001
kilogram | kilo, kilos, kg, kgs ; mass ; metric ; 1
tonne | metric ton, metric tons, metric tonnes ; mass ; metric ; 1000
mile per hour | mile an hour, miles an hour, mph ; speed ; customary ; 0.44704
foot per second                 ; speed ; customary ; 0.3048
knot                            ; speed ; customary ; 1852/3600
kilometre per hour | kilometres an hour, kilometers an hour, km/h, kmh, kph ; speed ; metric ; 1/3.6
metre per second | m/s          ; speed ; metric ; 1
degree | °                      ; temperature ; other ; 1+273.15, 5/9+2298.35/9
degree Celsius | degrees celsius, celsius, °c, [C] ; temperature ; metric ; 1+273.15
degree Fahrenheit | degrees fahrenheit, fahrenheit, °f, [F] ; temperature ; customary ; 5/9+2298.35/9
kilojoule | kj                  ; energy ; metric ; 1000
kilocalorie | kcal              ; energy ; metric ; 4184
kilowatt hour | kwh             ; energy ; metric ; 3600000
megawatt hour | mwh             ; energy ; metric ; 3600000000
gigawatt hour | gwh             ; energy ; metric ; 3600000000000
kilowatt | kw                   ; power ; metric ; 1000
megawatt | [MW]                 ; power ; metric ; 1000000
gigawatt | gw                   ; power ; metric ; 1000000000
second | sec, secs              ; time ; other ; 1
minute | min, mins              ; time ; other ; 60
hour | hr, hrs                  ; time ; other ; 3600
day                             ; time ; other ; 86400
week                            ; time ; other ; 604800
fortnight                       ; time ; other ; 1209600
month                           ; calendar ; other ; 1
year | yr, yrs                  ; calendar ; other ; 12
decade                          ; calendar ; other ; 120
century | centuries             ; calendar ; other ; 1200
dollar | [$]                    ; money ; other ;
US dollar | [US$], [USD]        ; money ; other ;
Australian dollar | [A$], [AU$], [AUD]  ; money ; other ;
Canadian dollar | [C$], [CA$], [CAD]    ; money ; other ;
New Zealand dollar | [NZ$], [NZD]       ; money ; other ;
Hong Kong dollar | [HK$], [HKD] ; money ; other ;
Singapore dollar | [S$], [SGD]  ; money ; other ;
pound sterling | pounds sterling, [£], [GBP] ; money ; other ;
euro | [€], [EUR]               ; money ; other ;
yen | [¥], [JPY]                ; money ; other ;
yuan | [CNY]                    ; money ; other ;
rupee | [₹], [INR]              ; money ; other ;
rouble | ruble, rubles, [₽], [RUB] ; money ; other ;
Swiss franc | [CHF]             ; money ; other ;
krona | kronor, [SEK]           ; money ; other ;
krone | kroner, [NOK], [DKK]    ; money ; other ;
cent                            ; money ; other ;
penny | pence                   ; money ; other ;
"""

_FIRST = re.compile(r"[^\W\d]+|\S")

SYMBOLS = frozenset("$£€¥₹₽")
"""The signs of currencies."""


@cache
def unit_named(name: str) -> Unit | None:
    """
    Return the unit of a name, such as "miles", "sq km" or "US$"; None if there is none.

    The name is in lower case, or as written: a few names are only names in certain capitals, such as "C".
    """
    row = _rows().get(name)
    return None if row is None else _unit(row)


@cache
def _rows() -> dict[str, str]:
    """The row of ``_TABLE`` of each name."""
    rows: dict[str, str] = {}
    for row in _TABLE.strip().splitlines():
        name, _, short = row.partition(";")[0].partition("|")
        for form in (*_spelled_out(name.strip().lower()), *short.split(",")):
            rows[form.strip(" []")] = row
    rows.pop("", None)
    return rows


@cache
def first_words() -> frozenset[str]:
    """Return the first words and signs of the names of units, in lower case."""
    return frozenset(match[0] for name in _rows() if (match := _FIRST.match(name.lower())))


def _spelled_out(name: str) -> Iterator[str]:
    """Yield the singular and the plural of a name in full, in British and American spelling."""
    head, per, rest = name.partition(" per ")
    *before, last = head.split(" ")
    plural = " ".join((*before, units.plural(last))) + per + rest
    for form in (name, plural):
        for spelling in (form, form.replace("metre", "meter").replace("litre", "liter")):
            yield spelling
            yield spelling.replace("square ", "sq ").replace("cubic ", "cu ")


@cache
def _unit(row: str) -> Unit:
    """The unit of a row of ``_TABLE``."""
    names, dimension, system, factors = (part.strip() for part in row.split(";"))
    scales = tuple(_scale(factor) for factor in factors.split(",") if factor)
    return Unit(names.partition("|")[0].strip(), Dimension(dimension), UnitSystem(system), scales)


def _scale(text: str) -> Scale:
    """The scale that is written as ``5/9+2298.35/9``."""
    factor, _, offset = text.partition("+")
    return Scale(_fraction(factor), _fraction(offset or "0"))


def _fraction(text: str) -> Fraction:
    """The number that is written as ``1852/3600`` or ``0.3048``; both parts may be decimals."""
    numerator, _, denominator = text.strip().partition("/")
    return Fraction(numerator) / Fraction(denominator or "1")
