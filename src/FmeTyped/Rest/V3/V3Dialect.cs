namespace FmeTyped;

/// <summary>REST API version 3.</summary>
internal static class V3Dialect
{
    public static Dialect Create(ServerConnection connection) => new(
        FmeApiVersion.V3,
        new V3JobApi(connection),
        new V3JobListApi(connection),
        new V3ResourceApi(connection),
        new HealthApi(
            connection,
            liveness: "/fmerest/v3/healthcheck",
            readiness: "/fmerest/v3/healthcheck?ready=true",
            smallestRead: "/fmerest/v3/repositories?limit=1&offset=0"),
        new V3TokenApi());
}
