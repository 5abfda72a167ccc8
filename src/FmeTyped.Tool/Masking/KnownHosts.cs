namespace FmeTyped.Tool.Masking;

/// <summary>The hosts that were seen. A name under <c>.invalid</c> is nobody's (RFC 2606).</summary>
internal sealed class KnownHosts : KnownNames
{
    public const string Domain = ".invalid";

    /// <summary>Stands for the server's host.</summary>
    public const string Server = "fme-flow" + Domain;

    public KnownHosts(string server) => Add(server, Server);

    protected override string Create(string name, int number) => $"host-{number - 1}{Domain}";

    protected override bool IsWord(string name) => base.IsWord(name) && !name.Equals("host", StringComparison.OrdinalIgnoreCase);
}
