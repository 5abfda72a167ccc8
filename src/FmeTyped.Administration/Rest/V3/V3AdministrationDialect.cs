namespace FmeTyped.Administration;

/// <summary>Administration in REST API version 3.</summary>
internal static class V3AdministrationDialect
{
    public static AdministrationDialect Create(RestReader rest) =>
        new(FmeApiVersion.V3, new V3RepositoryApi(rest), new V3ServerApi(rest), new V3TokenListApi());
}
