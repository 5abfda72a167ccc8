using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>The builds from which on a server has a route. On an older one, the emulator responds as if there were no such route.</summary>
internal static class FirstBuild
{
    /// <summary>Sets the first build of a route, or of each route of a group.</summary>
    public static TBuilder Since<TBuilder>(this TBuilder routes, int number, EmulatedBuild build)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new Tag(number)).AddEndpointFilter(async (context, next) =>
            build.Number < number ? throw MissingRoute.NotFound(context.HttpContext) : await next(context).ConfigureAwait(false));

    /// <summary>The first build of a route; null if every build has it.</summary>
    public static int? From(Endpoint endpoint) => endpoint.Metadata.GetMetadata<Tag>()?.Number;

    private sealed record Tag(int Number);
}
