namespace FmeTyped.Tool.Servers;

/// <summary>One of the servers of a command line.</summary>
/// <param name="Label">What reports call it: the name that the user gave it, otherwise its address; null where it is the only one and has no name.</param>
/// <param name="Target">The server.</param>
internal sealed record NamedServer(string? Label, ServerTarget Target)
{
    /// <summary>The label, or the address.</summary>
    public override string ToString() => Label ?? Target.ToString();
}
