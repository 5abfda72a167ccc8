namespace FmeTyped.Tool.Servers;

/// <summary>A server on the command line.</summary>
/// <param name="Label">Its name in reports: the name that the user gave it, otherwise its address; null for a single server without a name.</param>
/// <param name="Target">The server.</param>
internal sealed record NamedServer(string? Label, ServerTarget Target)
{
    /// <summary>The label, or the address.</summary>
    public override string ToString() => Label ?? Target.ToString();
}
