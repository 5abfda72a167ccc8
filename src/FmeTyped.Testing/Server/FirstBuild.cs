using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>The builds from which on a server has a route. On an older one the emulator answers as if there were no such route.</summary>
internal static class FirstBuild
{
    /// <summary>Says from which build on a route, or each of a group, is there.</summary>
    public static TBuilder Since<TBuilder>(this TBuilder routes, int number, EmulatedBuild build)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new Tag(number)).AddEndpointFilter(async (context, next) =>
            build.Number < number ? throw MissingRoute.NotFound(context.HttpContext) : await next(context).ConfigureAwait(false));

    /// <summary>The build of a route; null for one that every build has.</summary>
    public static int? From(Endpoint endpoint) => endpoint.Metadata.GetMetadata<Tag>()?.Number;

    private sealed record Tag(int Number);
}
