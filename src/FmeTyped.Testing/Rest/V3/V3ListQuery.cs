using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>The query of a list in v3, and the page in its response.</summary>
internal sealed class V3ListQuery(IQueryCollection query) : ListQuery(query)
{
    /// <summary>The default number of items of a page: A011.</summary>
    private const int DefaultLimit = 100;

    /// <summary>-1 for offset and limit requests all items, as the vendor's CLI does.</summary>
    private const int All = -1;

    public static ValueTask<V3ListQuery?> BindAsync(HttpContext http) => new(new V3ListQuery(http.Request.Query));

    /// <summary>The requested page. All filters must be read before this call.</summary>
    /// <exception cref="RefusedException">Offset or limit is not a number, or there is an unknown filter: 422.</exception>
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
