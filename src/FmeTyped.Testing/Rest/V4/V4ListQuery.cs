using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>The query of a list of v4, and the page that answers it: the OpenAPI document has 100 items where nobody says, and 1000 at most.</summary>
internal sealed class V4ListQuery(IQueryCollection query) : ListQuery(query)
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1000;

    public static ValueTask<V4ListQuery?> BindAsync(HttpContext http) => new(new V4ListQuery(http.Request.Query));

    /// <summary>
    /// Reads <c>filterString</c>, and which of some properties it looks at. That it means a part of a text, in any case, is A034.
    /// </summary>
    /// <returns>Whether texts, in the order of the properties, are found.</returns>
    public Func<IReadOnlyList<string>, bool> Filter(params string[] properties)
    {
        string? part = Text("filterString");
        IReadOnlyList<string> chosen = Words("filterProperties", properties);
        return texts => part is null || texts.Where((text, i) => (chosen.Count == 0 || chosen.Contains(properties[i]))
            && text.Contains(part, StringComparison.OrdinalIgnoreCase)).Any();
    }

    /// <summary>The states of jobs that are asked for, which have to be named.</summary>
    /// <exception cref="RefusedException">422: none is named, or a word is none.</exception>
    public IReadOnlyList<string> States()
    {
        IReadOnlyList<string> states = Words("status", V4JobStatus.Words);
        return states.Count > 0 ? states : throw Invalid("status", "is required");
    }

    /// <summary>The page that is asked for. All filters have to be read before.</summary>
    /// <exception cref="RefusedException">422: offset or limit is invalid, or there is a filter that is not known.</exception>
    public IResult Respond<TSource, TItem>(IReadOnlyCollection<TSource> all, Func<TSource, TItem> describe)
    {
        int limit = Number("limit", DefaultLimit, 0, MaxLimit);
        int offset = Number("offset", 0, 0, int.MaxValue);
        RefuseUnread();
        return JsonResponse.From(new V4Page<TItem>([.. all.Skip(offset).Take(limit).Select(describe)], all.Count, limit, offset));
    }

    protected override RefusedException Invalid(string key, string problem) => V4Refusal.Invalid(key, problem);
}
