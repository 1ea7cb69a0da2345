import Extraction
import Testing

@Suite("Dates that depend on the day of writing")
struct RelativeDateTests {
    @Test(
        "values become dates once the day of writing is known",
        arguments: [
            ("P-1D", "2016-11-06"), ("P0D", "2016-11-07"), ("P1W", "2016-W46"), ("P0M", "2016-11"), ("P-1Y", "2015"),
            ("P2M", "2017-01"), ("P1W-5", "2016-11-18"), ("P0M-31", "XXXX-XX-31"), ("P1Y-06", "2017-06"),
            ("P0Y-Q3", "2016-Q3"), ("P0W-WE", "2016-W45-WE"), ("<XXXX-09", "2016-09"), ("<XXXX-12", "2015-12"),
            (">XXXX-06", "2017-06"), ("<XXXX-11-07", "2015-11-07"), ("<XXXX-WXX-1", "2016-10-31"),
            (">XXXX-WXX-7", "2016-11-13"), ("<XXXX-SU", "2016-SU"), ("-P3M", "2016-08-07"), ("+P2Y1M21D", "2018-12-28"),
            ("-P5Y/P0D", "2011-11-07/2016-11-07"), ("P0D/P0Y", "2016-11-07/2016-12-31"),
            ("P0D/P0W", "2016-11-07/2016-11-13"), ("P1M-04/P1M-23", "2016-12-04/2016-12-23"),
            ("XXXX-XX-11-5", "2016-11-11"), ("XXXX-XX-15", "XXXX-XX-15"), ("2015-03", "2015-03"),
            ("1445-09-01 AH", "1445-09-01 AH"), ("<XXXX-09 AH", "1437-09 AH"), ("-PXY/P0D", "-PXY/P0D"),
            (">XXXX-09 AH", "1438-09 AH"), (">XXXX-11-08 AH", "1438-11-08 AH"), ("<XXXX-01-10 AH", "1438-01-10 AH"),
            ("<XXXX-12-10 AH", "1437-12-10 AH"), ("<XXXX-02 AH", "1437-02 AH"), ("P0Y-02 AH", "1438-02 AH"),
            ("<XXXX-02-06 AH", "<XXXX-02-06 AH"), (">XXXX-02-20 AH", "1438-02-20 AH"), ("P1Y-02 AH", "1439-02 AH"),
            ("XXXX-04/<XXXX-06", "2016-04/2016-06"), ("XXXX-12-23/>XXXX-01-05", "2016-12-23/2017-01-05"),
            ("XXXX-12/<XXXX-02", "2015-12/2016-02"), ("XXXX-05-05/P-1Y-06-09", "2015-05-05/2015-06-09"),
            ("XXXX-09-25 AH/<XXXX-10-05 AH", "1437-09-25 AH/1437-10-05 AH"),
            ("XXXX-WXX-1/>XXXX-WXX-3", "2016-11-07/2016-11-09"), ("XXXX-WXX-5/<XXXX-WXX-7", "2016-11-04/2016-11-06"),
            ("XXXX-04/P-1Y", "XXXX-04/2015"), ("P0D/XXXX-05-22", "2016-11-07/XXXX-05-22"),
            ("P-1D-7", "2016-11-06"), ("P0D-7", "2016-11-06"), ("P0D-2", "2016-11-08"), ("P-1D-5", "2016-11-04"),
            ("P0D-4", "XXXX-WXX-4"), ("P0D-5", "XXXX-WXX-5"), ("P0D-8", "P0D-8"), ("P-XD", "P-XD"), ("-PXM", "-PXM"),
            ("P0D-1/P1D", "2016-11-07/2016-11-08"), ("P99999999999999999999D", "P99999999999999999999D"), ("P", "P"),
            ("XXXX-WXX-4", "XXXX-WXX-4"),
        ]
    )
    func resolution(value: String, expected: String) throws {
        let writing = try #require(RelativeDate(writtenOn: "2016-11-07T12:00:00Z"))
        #expect(writing.resolved(value) == expected)
    }

    @Test(
        "the last day of a short month, leap years, and weeks of another year",
        arguments: [
            ("2016-03-31", "-P1M", "2016-02-29"), ("2015-03-31", "-P1M", "2015-02-28"),
            ("2016-02-29", "+P1Y", "2017-02-28"),
            ("2021-01-02", "P0W", "2020-W53"), ("2018-12-31", "P0W", "2019-W01"), ("2000-02-28", "P2D", "2000-03-01"),
            ("1900-02-28", "P1D", "1900-03-01"), ("2016-01-31", "P-1M", "2015-12"),
        ]
    )
    func calendar(day: String, value: String, expected: String) throws {
        #expect(try #require(RelativeDate(writtenOn: day)).resolved(value) == expected)
    }

    @Test(
        "a value names no day that is not there: it stays open, or is that of the month before on its first days",
        arguments: [
            ("2016-11-07", "P0M-31", "XXXX-XX-31"), ("2016-11-01", "P0M-31", "2016-10-31"),
            ("2016-03-01", "P0M-30", "2016-03-30"), ("2015-11-07", "<XXXX-02-29", "XXXX-02-29"),
            ("2016-11-07", "<XXXX-02-29", "2016-02-29"), ("2015-02-07", "P0Y-02-29", "XXXX-02-29"),
            ("2016-11-07", "P0M-20/P0M-31", "2016-11-20/XXXX-XX-31"), ("2016-11-07", "P0Y-W53", "XXXX-W53"),
            ("2015-03-07", "XXXX-02-29/P0Y-03-02", "XXXX-02-29/2015-03-02"),
        ]
    )
    func realDays(day: String, value: String, expected: String) throws {
        #expect(try #require(RelativeDate(writtenOn: day)).resolved(value) == expected)
    }

    @Test(
        "quarters, and years of schools and sports, which begin in summer",
        arguments: [
            ("2016-11-07", "P0Q", "2016-Q4"), ("2016-11-07", "P1Q", "2017-Q1"), ("2016-01-07", "P-1Q", "2015-Q4"),
            ("2016-11-07", "P-1A", "2015/2016"), ("2016-11-07", "P0A", "2016/2017"),
            ("2016-11-07", "P1A", "2017/2018"), ("2016-03-07", "P-1A", "2014/2015"),
            ("2016-03-07", "P1A", "2016/2017"), ("2016-07-07", "P-1A", "2015/2016"), ("2016-07-07", "P0A", "XXXX"),
            ("2016-08-07", "P1A", "2016/2017"), ("2016-08-07", "P0A", "2016/2017"),
        ]
    )
    func quartersAndSeasons(day: String, value: String, expected: String) throws {
        #expect(try #require(RelativeDate(writtenOn: day)).resolved(value) == expected)
    }

    @Test(
        "a season is the last one that is over or the next one that has not begun; a winter has the year that it begins in",
        arguments: [
            ("2016-02-10", ">XXXX-SU", "2016-SU"), ("2016-02-10", ">XXXX-SP", "2016-SP"),
            ("2016-02-10", ">XXXX-WI", "2016-WI"), ("2016-02-10", "<XXXX-WI", "2014-WI"),
            ("2016-03-01", "<XXXX-WI", "2015-WI"), ("2016-12-05", "<XXXX-WI", "2015-WI"),
            ("2016-12-05", ">XXXX-WI", "2017-WI"), ("2016-07-05", ">XXXX-SU", "2017-SU"),
            ("2016-07-05", "<XXXX-SU", "2015-SU"), ("2016-11-07", "<XXXX-SU", "2016-SU"),
            ("2016-11-07", "<XXXX-FA", "2015-FA"), ("2016-12-01", "<XXXX-FA", "2016-FA"),
            ("2016-05-31", ">XXXX-FA", "2016-FA"), ("2016-11-07", ">XXXX-SP", "2017-SP"),
        ]
    )
    func seasons(day: String, value: String, expected: String) throws {
        #expect(try #require(RelativeDate(writtenOn: day)).resolved(value) == expected)
    }

    @Test(
        "what lies outside the years that four digits write stays a distance",
        arguments: [
            ("2024-05-01", "-P2100Y"), ("2024-05-01", "-P2500Y/P0D"), ("2024-05-01", "P0D/+P8000Y"),
            ("2024-05-01", "+P8000Y"), ("0001-01-01", "P-1D"), ("9999-12-31", "P1D"), ("0001-01-01", "P-1M"),
            ("0001-01-01", "P-1Y"), ("9999-12-31", "P1Y-06"), ("0001-01-01", "P-1Q"), ("9999-12-31", "P1Q"),
            ("0001-01-01", "P-1E"), ("9999-12-30", "P1W-7"), ("0001-01-01", "P-1A"), ("2024-05-01", "-P24288M"),
        ]
    )
    func farYears(day: String, value: String) throws {
        #expect(try #require(RelativeDate(writtenOn: day)).resolved(value) == value)
    }

    @Test(
        "a Hijri month is resolved unless who saw the moon decides",
        arguments: [
            // Ramadan of 1436 was over on 2015-07-16 where the moon was seen, that of 1437 began on 2016-06-06.
            ("2015-08-06", "1436-09 AH"), ("2015-07-25", "1436-09 AH"), ("2015-07-17", "<XXXX-09 AH"),
            ("2015-07-18", "<XXXX-09 AH"), ("2015-07-10", "1435-09 AH"), ("2016-06-06", "1436-09 AH"),
        ]
    )
    func moon(day: String, expected: String) throws {
        #expect(try #require(RelativeDate(writtenOn: day)).resolved("<XXXX-09 AH") == expected)
    }

    @Test(
        "the day of writing is read as ISO 8601 and as feeds have it",
        arguments: ["Mon, 07 Nov 2016 12:00:00 GMT", "7 Nov 2016"]
    )
    func feeds(text: String) throws {
        #expect(try #require(RelativeDate(writtenOn: text)).resolved("P0D") == "2016-11-07")
    }

    @Test(
        "what is no day is none",
        arguments: ["", "2016", "2016-13-01", "2015-02-29", "أمس", "Mon, 32 Nov 2016", "07 Foo 2016"]
    )
    func others(text: String) {
        #expect(RelativeDate(writtenOn: text) == nil)
    }
}
