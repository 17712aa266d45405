"""What devices, services and languages call a sport, as one of ours. Pure."""

from __future__ import annotations

import re
import unicodedata

from hiproutine.advice.recovery.facts import Sport, Surface

_RUN = (
    "run running jog jogging treadmill virtualrun trailrun courir course correr carrera corsa corrida lauf laufen "
    "lauft lope lopning lop hardlopen hardloopsessie bieganie bieg beg bezh beh futas juoksu kosu biegen "
    "laufband trailrunning streetrunning runtrail runindoor trackrunning ultra obstaclerun "
    "ラン ランニング 跑步 跑步机 달리기 бег"
).split()
_WALK = (
    "walk walking marche caminar caminata camminata caminhada gehen spaziergang "
    "wandelen promenad spacer ウォーキング 步行 ходьба"
).split()
_HIKE = "hike hiking randonnee senderismo escursione trilha wandern wanderung vandring rucking ハイキング 徒步".split()
_CYCLE = (
    "ride cycling biking bike ebikeride virtualride mountainbikeride gravelride handcycle velo cyclisme ciclismo "
    "bicicleta pedalada radfahrt radfahren rad fietsen fietsrit cykling rower jazda ride_ vtt roadbiking "
    "mountainbiking indoorcycling gravelcycling ライド 骑行 велосипед"
).split()
_SWIM = (
    "swim swimming natation nuoto natacion nado natacao schwimmen zwemmen simning plywanie スイム 游泳 плавание".split()
)
_YOGA = ["yoga", "joga", "ヨガ", "瑜伽"]
_OTHER = (
    "other generic transition workout training cardio rowing elliptical "
    "crosstraining hiit pilates skiing nordicski alpineski snowboard kayaking golf tennis soccer surfing iceskate "
    "inlineskate inlineskating rockclimbing climbing stairstepper crossfit canoeing fitnessequipment "
    "functionaltraining coretraining dance boxing breathwork meditation uncategorized"
).split()
_STRENGTH = "weighttraining strength strengthtraining traditionalstrengthtraining functionalstrengthtraining".split()

_WORDS: dict[str, Sport] = {
    **dict.fromkeys(_OTHER, Sport.OTHER),
    **dict.fromkeys(_STRENGTH, Sport.STRENGTH),
    **dict.fromkeys(_YOGA, Sport.YOGA),
    **dict.fromkeys(_SWIM, Sport.SWIM),
    **dict.fromkeys(_CYCLE, Sport.CYCLE),
    **dict.fromkeys(_HIKE, Sport.HIKE),
    **dict.fromkeys(_WALK, Sport.WALK),
    **dict.fromkeys(_RUN, Sport.RUN),
}
_INSIDE = (
    (Sport.STRENGTH, "strength|kraft|musculation|fuerza"),
    (Sport.OTHER, "elliptical|rowing|ski|skat|stair"),
    (Sport.RUN, "running|treadmill|trail run|jogging|lauf|course a pied|hardlop|a pie|corrid|carrera|corsa"),
    (Sport.CYCLE, "cycling|biking|bike|ride|velo|radfahr|fiets|cicl|spinning"),
    (Sport.SWIM, "swim|schwimm|natation|natacion|nuoto"),
    (Sport.HIKE, "hiking|wander|randonn|senderis"),
    (Sport.WALK, "walking|gehen|marche|camin|cammin"),
    (Sport.YOGA, "yoga"),
)
STRAVA_NUMBERS = {
    **dict.fromkeys(("1", "17"), Sport.CYCLE),
    "4": Sport.HIKE,
    "9": Sport.RUN,
    "10": Sport.WALK,
    "16": Sport.SWIM,
}
"""What Strava writes for a type into GPX files; 17 was seen on a ride."""
_FIT = {
    1: Sport.RUN,
    2: Sport.CYCLE,
    5: Sport.SWIM,
    11: Sport.WALK,
    17: Sport.HIKE,
    21: Sport.CYCLE,
}
"""The public protocol's numbers: 21 is e-biking."""
TRANSITION = 3
"""The protocol's sport of the way from one sport to the next: none."""
_TRAINING, _STRENGTH_SUB, _YOGA_SUB = 10, 20, 43
_EQUIPMENT = 4
"""The protocol's fitness equipment; what it was says the sub-sport: treadmill, or two kinds of bicycle."""
_ON_EQUIPMENT = {1: Sport.RUN, 5: Sport.CYCLE, 6: Sport.CYCLE}
_FIT_SURFACES = {1: Surface.TREADMILL, 3: Surface.TRAIL, 4: Surface.TRACK, 2: Surface.ROAD}
"""By sub-sport, of a run: treadmill, street, trail, track."""
_INDOOR = 45
"""The protocol's sub-sport of indoor running."""


def sport_named(text: str) -> Sport | None:
    """The sport of a word or two in any of the languages known here; None where it is not one of them."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c)).strip()
    if plain in STRAVA_NUMBERS:
        return STRAVA_NUMBERS[plain]
    whole = re.sub(r"[\W_]+", "", plain)
    if whole in _WORDS:
        return _WORDS[whole]
    return next((sport for sport, parts in _INSIDE if re.search(parts, plain)), None)


def surface_named(text: str) -> Surface | None:
    """The surface that the name of a kind of run tells."""
    plain = text.casefold()
    if "treadmill" in plain or "laufband" in plain:
        return Surface.TREADMILL
    return Surface.TRAIL if "trail" in plain else Surface.TRACK if "track" in plain else None


def fit_sport(number: int | None, sub: int | None) -> Sport | None:
    """The sport of the protocol's numbers; None where the device did not say."""
    if number is None:
        return None
    if number == _TRAINING and sub == _YOGA_SUB:
        return Sport.YOGA
    if number == _TRAINING and sub == _STRENGTH_SUB:
        return Sport.STRENGTH
    if number == _EQUIPMENT:
        return _ON_EQUIPMENT.get(sub or 0, Sport.OTHER)
    return _FIT.get(number, Sport.OTHER)


def fit_surface(number: int | None, sub: int | None) -> Surface | None:
    """What was under the feet of a run, by the protocol's numbers."""
    if number != 1 or sub is None:
        return None
    return Surface.TREADMILL if sub == _INDOOR else _FIT_SURFACES.get(sub)
