using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>Collapses repeated slashes in a path, which clients send that append a path to an address with a trailing slash: A173.</summary>
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
