namespace FmeTyped;

/// <summary>Selects areas of the available dialects.</summary>
internal static class ApiDialects
{
    /// <summary>Creates the selector of one area of the REST API.</summary>
    /// <param name="versions">How the version is chosen.</param>
    /// <param name="dialects">The dialects.</param>
    /// <param name="area">Gets the area of a dialect.</param>
    public static ApiVersionSelector<TApi> Select<TDialect, TApi>(this ApiVersions versions, IReadOnlyList<TDialect> dialects, Func<TDialect, TApi> area)
        where TDialect : ApiDialect
        where TApi : class
    {
        return new(versions, Find(FmeApiVersion.V3), Find(FmeApiVersion.V4));

        TApi? Find(FmeApiVersion version) => dialects.FirstOrDefault(dialect => dialect.Version == version) is { } found ? area(found) : null;
    }
}
