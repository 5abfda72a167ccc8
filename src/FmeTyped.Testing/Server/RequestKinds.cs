using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>The kinds of requests, as metadata of routes.</summary>
internal static class RequestKinds
{
    /// <summary>Sets the request kind of a route, or of each route of a group.</summary>
    public static TBuilder OfKind<TBuilder>(this TBuilder routes, FmeRequestKind kind)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new Tag(kind));

    /// <summary>The kind of a request; null for a path without a route.</summary>
    public static FmeRequestKind? From(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<Tag>()?.Kind;

    private sealed record Tag(FmeRequestKind Kind);
}
