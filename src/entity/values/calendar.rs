//! Days of the civil calendar: just enough to resolve "last Friday" against the article's date.

/// A day of the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day {
    /// The year, 1 to 9999.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
}

impl Day {
    /// The day, if there is such a day.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let real = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day);
        real.then_some(Self { year, month, day })
    }

    /// Reads `YYYY-MM-DD`; whatever follows it (a time) is left aside.
    pub fn read(iso: &str) -> Option<Self> {
        let mut parts = iso.get(..10)?.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// Days since 0000-03-01 (Howard Hinnant's algorithm).
    fn number(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let month = (i64::from(self.month) + 9) % 12;
        let of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year
    }

    /// The day `days` later (earlier if negative).
    pub fn plus_days(self, days: i64) -> Self {
        let number = self.number() + days;
        let era = number.div_euclid(146_097);
        let of_era = number.rem_euclid(146_097);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        Self {
            year: (year + era * 400 + i64::from(month <= 2)) as i32,
            month: month as u32,
            day: day as u32,
        }
    }

    /// The same day `months` later (earlier if negative), or the last of that month.
    pub fn plus_months(self, months: i32) -> Self {
        let all = self.year * 12 + self.month as i32 - 1 + months;
        let (year, month) = (all.div_euclid(12), all.rem_euclid(12) as u32 + 1);
        Self {
            year,
            month,
            day: self.day.min(days_in_month(year, month)),
        }
    }

    /// 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> i64 {
        // 0000-03-01 was a Wednesday.
        (self.number() + 2).rem_euclid(7)
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn days_and_weekdays_agree_with_the_calendar() {
        let days = [
            ("2015-09-12", 5, "2015-09-11"),
            ("2000-03-01", 2, "2000-02-29"),
            ("1900-03-01", 3, "1900-02-28"),
            ("2024-01-01", 0, "2023-12-31"),
            ("2026-11-22", 6, "2026-11-21"),
        ];
        for (iso, weekday, before) in days {
            let day = Day::read(iso).expect("a day");
            assert_eq!(day.weekday(), weekday, "{iso}");
            assert_eq!(day.plus_days(-1).to_string(), before);
            assert_eq!(day.plus_days(-1).plus_days(1), day);
        }
        assert_eq!(Day::read("2015-02-29"), None);
        let last = Day::read("2016-03-31").expect("a day");
        assert_eq!(last.plus_months(-1).to_string(), "2016-02-29");
        assert_eq!(last.plus_months(10).to_string(), "2017-01-31");
    }
}
