namespace FmeTyped.Administration;

/// <summary>Administration in REST API version 4.</summary>
internal static class V4AdministrationDialect
{
    public static AdministrationDialect Create(RestReader rest) =>
        new(FmeApiVersion.V4, new V4RepositoryApi(rest), new V4ServerApi(rest), new V4TokenListApi(rest));
}
