using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace FmeTyped.Testing;

/// <summary>
/// The format of a service's response: <c>opt_responseformat</c>, or else the Accept header, which the vendor's JavaScript library uses. Without
/// either, servers respond with a page, old ones with XML: A045.
/// </summary>
internal static class ServiceFormat
{
    public const string Json = "json";
    public const string Xml = "xml";
    public const string Page = "html";

    private static readonly Dictionary<string, string> MediaTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["application/json"] = Json,
        ["application/xml"] = Xml,
        ["text/xml"] = Xml,
        ["text/html"] = Page,
        ["*/*"] = Page,
    };

    public static string Choose(HttpContext http, IEnumerable<KeyValuePair<string, StringValues>> options)
    {
        string? asked = options.Where(option => option.Key == "opt_responseformat").Select(option => (string?)option.Value).LastOrDefault();
        if (asked is Json or Xml or Page)
        {
            return asked;
        }

        if (!string.IsNullOrEmpty(asked))
        {
            RequestTrace.From(http).Note($"opt_responseformat takes {Json}, {Xml} and {Page}, in lower case; '{asked}' is ignored.");
        }

        return Accepted(http.Request) ?? Page;
    }

    private static string? Accepted(HttpRequest request) => request.GetTypedHeaders().Accept
        .OrderByDescending(type => type.Quality ?? 1)
        .Select(type => MediaTypes.GetValueOrDefault(type.MediaType.ToString()))
        .FirstOrDefault(format => format is not null);
}
