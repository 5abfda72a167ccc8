using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>The query of a list in v4, and the page in its response: the OpenAPI document has 100 items by default, and at most 1000.</summary>
internal sealed class V4ListQuery(IQueryCollection query) : ListQuery(query)
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1000;

    public static ValueTask<V4ListQuery?> BindAsync(HttpContext http) => new(new V4ListQuery(http.Request.Query));

    /// <summary>
    /// Reads <c>filterString</c>, and the properties in which it searches. That it is a substring, compared without case, is A034.
    /// </summary>
    /// <returns>Whether texts, in the order of the properties, match.</returns>
    public Func<IReadOnlyList<string>, bool> Filter(params string[] properties)
    {
        string? part = Text("filterString");
        IReadOnlyList<string> chosen = Words("filterProperties", properties);
        return texts => part is null || texts.Where((text, i) => (chosen.Count == 0 || chosen.Contains(properties[i]))
            && text.Contains(part, StringComparison.OrdinalIgnoreCase)).Any();
    }

    /// <summary>The requested states of jobs, which are required.</summary>
    /// <exception cref="RefusedException">422: none is given, or a word is not a state.</exception>
    public IReadOnlyList<string> States()
    {
        IReadOnlyList<string> states = Words("status", V4JobStatus.Words);
        return states.Count > 0 ? states : throw Invalid("status", "is required");
    }

    /// <summary>The requested page. All filters must be read before this call.</summary>
    /// <exception cref="RefusedException">422: offset or limit is invalid, or there is an unknown filter.</exception>
    public IResult Respond<TSource, TItem>(IReadOnlyCollection<TSource> all, Func<TSource, TItem> describe)
    {
        int limit = Number("limit", DefaultLimit, 0, MaxLimit);
        int offset = Number("offset", 0, 0, int.MaxValue);
        RefuseUnread();
        return JsonResponse.From(new V4Page<TItem>([.. all.Skip(offset).Take(limit).Select(describe)], all.Count, limit, offset));
    }

    protected override RefusedException Invalid(string key, string problem) => V4Refusal.Invalid(key, problem);
}
