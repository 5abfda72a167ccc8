using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Reading;

/// <summary>Reads how a date and time is written: <c>storageFormat</c>, <c>timeZone</c> and <c>milliseconds</c>.</summary>
internal static class DateTimeFormatReader
{
    /// <summary>Reads a record of v4, where a missing key means the vendor's default.</summary>
    /// <param name="record">The record.</param>
    /// <param name="form">The parts the parameter has.</param>
    /// <param name="name">The parameter's name, for messages.</param>
    /// <param name="context">Receives the problems.</param>
    public static DateTimeFormat Read(JsonObject record, DateTimeForm form, string name, ReadingContext context)
    {
        DateTimeFormat said = ReadSaid(record, form, name, context);
        return form == DateTimeForm.DateTime ? said with { HasOffset = said.HasOffset ?? false, HasFraction = said.HasFraction ?? false } : said;
    }

    /// <summary>Reads the keys that are there. REST v3 has none of them, and a team may give them.</summary>
    /// <param name="record">The record, or what a team says in its place.</param>
    /// <param name="form">The parts the parameter has.</param>
    /// <param name="name">The parameter's name, for messages.</param>
    /// <param name="context">Receives the problems.</param>
    public static DateTimeFormat ReadSaid(JsonObject record, DateTimeForm form, string name, ReadingContext context)
    {
        bool hasZone = record.Find("timeZone")?.Value is not (null or JsonNull);
        bool isUtc = hasZone && RecordWords.Read(record, "timeZone", name, context, "local", "utc") == "utc";
        bool? milliseconds = context.OptionalBoolean(record, "milliseconds");
        bool isIso = RecordWords.Read(record, "storageFormat", name, context, "fme", "iso") == "iso";

        // A date alone has neither an offset nor a fraction, whatever its record says.
        return form == DateTimeForm.Date
            ? DateTimeFormat.Open with { IsIso = isIso }
            : new DateTimeFormat { IsIso = isIso, HasOffset = hasZone ? isUtc : null, HasFraction = milliseconds };
    }
}
