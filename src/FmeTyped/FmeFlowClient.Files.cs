namespace FmeTyped;

public partial class FmeFlowClient
{
    /// <summary>The server's shared resources: its files.</summary>
    public virtual FmeResources Resources { get; }
}
