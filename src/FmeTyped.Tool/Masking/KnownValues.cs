namespace FmeTyped.Tool.Masking;

/// <summary>The values of parameters that were seen, so that a message cannot tell them.</summary>
internal sealed class KnownValues : KnownNames
{
    protected override string Create(string name, int number) => Placeholder.ForText(name);

    // Yes, no, and the names of options are words of messages, too.
    protected override bool IsWord(string name) => name.Length > 4;
}
