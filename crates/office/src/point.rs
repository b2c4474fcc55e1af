//! A point on the map that a citizen adds to a place, as latitude and longitude in degrees. It tells where somebody lives or
//! walks: it goes into the sealed words of the place, and nowhere else.

use crate::FieldFault;

/// A point, with at most five decimals: a metre.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Degrees north of the equator.
    pub latitude: String,
    /// Degrees east of Greenwich.
    pub longitude: String,
}

/// Decimals that are kept.
const DECIMALS: usize = 5;

impl Point {
    /// The point as typed; `None` where neither is.
    ///
    /// # Errors
    /// What is wrong with `latitude` and `longitude`: no number, out of range, or one without the other.
    pub fn read(latitude: &str, longitude: &str) -> Result<Option<Self>, Vec<FieldFault>> {
        let (latitude, longitude) = (latitude.trim(), longitude.trim());
        if latitude.is_empty() && longitude.is_empty() {
            return Ok(None);
        }
        let found = [
            ("latitude", degrees(latitude, 90.0)),
            ("longitude", degrees(longitude, 180.0)),
        ];
        match found {
            [(_, Some(latitude)), (_, Some(longitude))] => Ok(Some(Self { latitude, longitude })),
            found => Err(found
                .into_iter()
                .filter(|(_, degrees)| degrees.is_none())
                .map(|(field, _)| FieldFault::new(field, "portal-not-degrees"))
                .collect()),
        }
    }

    /// The words of a place with the point behind them, as they are sealed and read by whoever handles the case.
    pub fn beside(&self, place: &str) -> String {
        let point = words::say(
            calendar::Lang::Zh,
            "portal-point-kept",
            &[
                ("latitude", self.latitude.clone()),
                ("longitude", self.longitude.clone()),
            ],
        );
        match place.trim() {
            "" => point,
            place => format!("{place}（{point}）"),
        }
    }
}

fn degrees(typed: &str, most: f64) -> Option<String> {
    let plain = |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | '-');
    let number: f64 = Some(typed)
        .filter(|typed| typed.chars().all(plain))?
        .parse()
        .ok()?;
    (number.abs() <= most).then(|| format!("{number:.DECIMALS$}"))
}

#[cfg(test)]
mod tests {
    use super::Point;

    #[test]
    fn a_point_is_two_numbers_of_degrees() {
        let point = Point::read(" 33.961234 ", "118.3").unwrap().unwrap();
        assert_eq!(
            (point.latitude.as_str(), point.longitude.as_str()),
            ("33.96123", "118.30000")
        );
        assert_eq!(Point::read("", " ").unwrap(), None);
        assert!(point.beside("桥北").starts_with("桥北（"));
        assert!(point.beside("").contains("33.96123"));
    }

    #[test]
    fn what_is_no_point_is_said_beside_its_field() {
        let wrong = |latitude: &str, longitude: &str| {
            let faults = Point::read(latitude, longitude).unwrap_err();
            faults.into_iter().map(|fault| fault.field).collect::<Vec<_>>()
        };
        assert_eq!(wrong("33.9", ""), ["longitude"]);
        assert_eq!(wrong("91", "181"), ["latitude", "longitude"]);
        assert_eq!(wrong("北纬33", "1e2"), ["latitude", "longitude"]);
        assert_eq!(wrong("inf", "NaN"), ["latitude", "longitude"]);
    }
}
