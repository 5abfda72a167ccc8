using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>The kinds of requests, as routes carry them.</summary>
internal static class RequestKinds
{
    /// <summary>Says what kind of request a route, or each of a group, answers.</summary>
    public static TBuilder OfKind<TBuilder>(this TBuilder routes, FmeRequestKind kind)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new Tag(kind));

    /// <summary>The kind of a request; null for a path that is no route.</summary>
    public static FmeRequestKind? From(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<Tag>()?.Kind;

    private sealed record Tag(FmeRequestKind Kind);
}
