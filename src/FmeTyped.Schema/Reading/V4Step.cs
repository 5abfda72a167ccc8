using System.Globalization;
using FmeTyped.Schema.Json;

namespace FmeTyped.Schema.Reading;

/// <summary>The step of a REST v4 number, <c>multipleOf</c>, which says how many digits stand behind the point: none for 1, two for 0.01.</summary>
internal static class V4Step
{
    /// <summary>The digits behind the point; null where any number of them may stand there.</summary>
    public static int? DecimalPlacesOf(JsonObject record)
    {
        string? text = record.Find("multipleOf")?.Value switch
        {
            JsonNumber number => number.Text,
            JsonString written => written.Value,
            _ => null,
        };
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal step) || step <= 0)
        {
            return null;
        }

        int places = 0;
        for (decimal rest = step % 1; rest != 0; rest = rest * 10 % 1)
        {
            places++;
        }

        return places;
    }
}
