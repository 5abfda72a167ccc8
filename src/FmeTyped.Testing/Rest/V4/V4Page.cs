using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>A page of a list, as every list of v4 comes.</summary>
internal sealed record V4Page<T>(IReadOnlyList<T> Items, int TotalCount, int Limit, int Offset);

/// <summary>Cuts pages: the OpenAPI document has 100 items where nobody says, and 1000 at most.</summary>
internal static class V4Page
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1000;

    /// <summary>The page that the query asks for.</summary>
    /// <exception cref="RefusedException">422: offset or limit is invalid.</exception>
    public static IResult Respond<TSource, TItem>(HttpRequest request, IReadOnlyCollection<TSource> all, Func<TSource, TItem> describe)
    {
        int limit = Number(request, "limit", DefaultLimit, MaxLimit);
        int offset = Number(request, "offset", 0, int.MaxValue);
        return JsonResponse.From(new V4Page<TItem>([.. all.Skip(offset).Take(limit).Select(describe)], all.Count, limit, offset));
    }

    private static int Number(HttpRequest request, string key, int otherwise, int most)
    {
        string? text = request.Query[key];
        if (text is null)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= most
            ? number
            : throw V4Refusal.Invalid(key, $"has to be a whole number from 0 to {most}");
    }
}
