using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>A page of a list, as every list of v3 comes.</summary>
internal sealed record V3Page<T>(int Offset, int Limit, int TotalCount, IReadOnlyList<T> Items);

internal static class V3Page
{
    /// <summary>How many items a page has when nobody says: A011.</summary>
    private const int DefaultLimit = 100;

    /// <summary>-1 for offset and limit asks for all, which is how the vendor's CLI asks.</summary>
    private const int All = -1;

    /// <summary>The page that the query asks for.</summary>
    /// <exception cref="RefusedException">Offset or limit is no number.</exception>
    public static V3Page<TItem> From<TSource, TItem>(HttpRequest request, IReadOnlyCollection<TSource> all, Func<TSource, TItem> describe)
    {
        int offset = Number(request, "offset", 0);
        int limit = Number(request, "limit", DefaultLimit);
        IEnumerable<TSource> page = all.Skip(offset);
        return new(offset, limit, all.Count, [.. (limit == All ? page : page.Take(limit)).Select(describe)]);
    }

    private static int Number(HttpRequest request, string key, int otherwise)
    {
        string? text = request.Query[key];
        if (text is null)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= All
            ? number
            : throw new RefusedException(StatusCodes.Status422UnprocessableEntity, $"'{key}' has to be a whole number from -1 on.");
    }
}
