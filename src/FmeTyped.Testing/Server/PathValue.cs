using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>
/// Ids in paths. They are read in the handlers and not by constraints of the routes, so that a text in place of an id is a bad request of an operation that
/// exists, after the token was checked: A174.
/// </summary>
internal static class PathValue
{
    /// <exception cref="RefusedException">It is not a number: 400.</exception>
    public static long Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : throw Bad(text, "a number");

    /// <exception cref="RefusedException">It is not a UUID: 400.</exception>
    public static Guid Uuid(string text) => Guid.TryParseExact(text, "D", out Guid id) ? id : throw Bad(text, "a UUID");

    private static RefusedException Bad(string text, string expected) => new(StatusCodes.Status400BadRequest, $"'{text}' is no id: it has to be {expected}.");
}
