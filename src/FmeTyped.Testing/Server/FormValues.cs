using System.Globalization;
using FmeTyped.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace FmeTyped.Testing;

/// <summary>Values by name, as in queries and forms, which the transformation services and transactdata take instead of JSON.</summary>
internal static class FormValues
{
    private static readonly string[] OptionPrefixes = ["opt_", "tm_", "nm_"];

    /// <summary>Reads the values of a request's query and form.</summary>
    public static List<KeyValuePair<string, StringValues>> From(HttpContext http) =>
    [
        .. http.Request.Query.Concat(RequestForm.Read(http.Request))
            .GroupBy(value => value.Key)
            .Select(same => KeyValuePair.Create(same.Key, same.Aggregate(StringValues.Empty, (all, one) => StringValues.Concat(all, one.Value)))),
    ];

    /// <summary>
    /// The values of published parameters. A key that is repeated is a list: the vendor's CLI sends lists so to transactdata, and web forms do.
    /// </summary>
    public static Dictionary<string, FmeParameterValue> Parameters(IEnumerable<KeyValuePair<string, StringValues>> values) => values
        .Where(value => !IsOption(value.Key))
        .ToDictionary(value => value.Key, value => value.Value.Count == 1
            ? new FmeParameterValue(value.Value[0] ?? "")
            : new FmeParameterValue(Texts(value.Value).ToFmeList()));

    /// <summary>The options that are not parameters, without the token.</summary>
    public static Dictionary<string, StringValues> Options(IEnumerable<KeyValuePair<string, StringValues>> values) => values
        .Where(value => IsOption(value.Key) && !RequestCredentials.IsTokenKey(value.Key))
        .ToDictionary(value => value.Key, value => value.Value);

    public static string? Text(IReadOnlyDictionary<string, StringValues> options, string key) =>
        options.TryGetValue(key, out StringValues found) ? found.ToString() : null;

    public static IReadOnlyList<string> Texts(StringValues values) => [.. values.Select(value => value ?? "")];

    /// <summary>A number of seconds; below 1 is no limit, as it is in JSON.</summary>
    /// <exception cref="RefusedException">It is not a number: 422.</exception>
    public static TimeSpan? Limit(IReadOnlyDictionary<string, StringValues> options, string key)
    {
        if (Text(options, key) is not { } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int seconds)
            ? seconds > 0 ? TimeSpan.FromSeconds(seconds) : null
            : throw RequestJson.Invalid($"{key} has to be a whole number of seconds.");
    }

    private static bool IsOption(string key) =>
        RequestCredentials.IsTokenKey(key) || OptionPrefixes.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal));
}
