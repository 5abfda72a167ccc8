namespace FmeTyped;

/// <summary>Collects the secrets of a request, including those in the URLs of files.</summary>
internal sealed class SecretCollector : PickingWriter
{
    public List<SecretText> Secrets { get; } = [];

    /// <summary>Whether requests for a workspace can contain secrets.</summary>
    public static bool MayCollect(FmeWorkspaceDescriptor workspace)
    {
        for (int i = 0; i < workspace.Parameters.Count; i++)
        {
            if (workspace.Parameters[i].Kind is FmeParameterKind.Secret or FmeParameterKind.File or FmeParameterKind.Folder)
            {
                return true;
            }
        }

        return false;
    }

    private protected override void Secret(FmeParameterDescriptor parameter, string value) => Secrets.Add(new SecretText(value));

    private protected override void Place(FmeParameterDescriptor parameter, string serverPath, LocalFiles? local)
    {
        foreach (string secret in UrlSecrets.From(serverPath))
        {
            Secrets.Add(new SecretText(secret));
        }
    }

    private protected override void PlaceItem(FmeParameterDescriptor parameter, string serverPath, LocalFiles? local) => Place(parameter, serverPath, local);
}
