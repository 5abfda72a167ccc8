namespace FmeTyped.Package.Tests.Harness;

/// <summary>The projects that must not build.</summary>
public sealed class WrongConsumers(PackedPackages packages) : Consumers(packages, "Wrong")
{
    internal IReadOnlyList<BuildError> Errors => BuildError.In(Build.Output);
}
