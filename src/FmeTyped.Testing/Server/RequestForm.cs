using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace FmeTyped.Testing;

/// <summary>Reads the form of a request.</summary>
internal static class RequestForm
{
    /// <summary>The values by name; none if the body is not a form.</summary>
    /// <exception cref="RefusedException">It has more values, or longer ones, than ASP.NET Core reads: 400.</exception>
    public static Dictionary<string, StringValues> Read(HttpRequest request)
    {
        using var form = new FormReader(RequestBody.IsForm(request) ? RequestTrace.From(request.HttpContext).Body : "");
        try
        {
            return form.ReadForm();
        }
        catch (InvalidDataException fault)
        {
            throw new RefusedException(StatusCodes.Status400BadRequest, $"The form cannot be read: {fault.Message}");
        }
    }
}
