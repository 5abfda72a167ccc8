using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>The query of a list of v3, and the page that answers it.</summary>
internal sealed class V3ListQuery(IQueryCollection query) : ListQuery(query)
{
    /// <summary>How many items a page has when nobody says: A011.</summary>
    private const int DefaultLimit = 100;

    /// <summary>-1 for offset and limit asks for all, which is how the vendor's CLI asks.</summary>
    private const int All = -1;

    public static ValueTask<V3ListQuery?> BindAsync(HttpContext http) => new(new V3ListQuery(http.Request.Query));

    /// <summary>The page that is asked for. All filters have to be read before.</summary>
    /// <exception cref="RefusedException">Offset or limit is no number, or there is a filter that is not known: 422.</exception>
    public IResult Respond<TSource, TItem>(IReadOnlyCollection<TSource> all, Func<TSource, TItem> describe)
    {
        int offset = Number("offset", 0, All, int.MaxValue);
        int limit = Number("limit", DefaultLimit, All, int.MaxValue);
        RefuseUnread();
        IEnumerable<TSource> page = all.Skip(offset);
        return JsonResponse.From(new V3Page<TItem>(offset, limit, all.Count, [.. (limit == All ? page : page.Take(limit)).Select(describe)]));
    }

    protected override RefusedException Invalid(string key, string problem) => RequestJson.Invalid($"{key}: {problem}.");
}
