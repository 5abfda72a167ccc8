namespace FmeTyped;

/// <summary>REST API version 4.</summary>
internal static class V4Dialect
{
    public static Dialect Create(ServerConnection connection, ServerBuild build) => new(
        FmeApiVersion.V4,
        new V4JobApi(connection, build),
        new V4JobListApi(connection),
        new V4ResourceApi(connection),
        new HealthApi(
            connection,
            liveness: "/fmeapiv4/healthcheck/liveness?includeDetails=true",
            readiness: "/fmeapiv4/healthcheck/readiness?includeDetails=true",
            smallestRead: "/fmeapiv4/repositories?limit=1&offset=0"),
        new V4TokenApi());
}
