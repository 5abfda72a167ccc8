using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>Takes several slashes in a path for one, as clients write that join an address to a server's with a slash at its end: A173.</summary>
internal static partial class DoubleSlashes
{
    public static Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        string path = http.Request.Path.Value ?? "";
        string joined = Slashes().Replace(path, "/");
        if (joined != path)
        {
            RequestTrace.From(http).Note("The path has several slashes in a row, which are taken for one.");
            http.Request.Path = joined;
        }

        return next(http);
    }

    [GeneratedRegex("//+")]
    private static partial Regex Slashes();
}
