namespace FmeTyped;

public sealed partial class FmeFlowClient
{
    /// <summary>The server's shared resources: its files.</summary>
    public FmeResources Resources { get; }
}
