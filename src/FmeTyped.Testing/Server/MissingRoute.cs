using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>How a request is refused that no route takes.</summary>
internal static class MissingRoute
{
    private const string Page = "https://github.com/fmetyped/fmetyped/blob/main/docs/reference/emulator.md";

    /// <summary>The emulated server does not have it.</summary>
    public static RefusedException NotFound(HttpContext http) =>
        new(StatusCodes.Status404NotFound, $"No such route: {http.Request.Method} {http.Request.Path}");

    /// <summary>The emulated server has it, and the emulator does not.</summary>
    public static RefusedException NotEmulated(HttpContext http, string group) => new(
        StatusCodes.Status501NotImplemented,
        $"{http.Request.Method} {http.Request.Path} is not emulated. FME Flow has '{group}', but the emulator does not have this operation of it. "
            + $"What it has: {Page}");
}
