namespace FmeTyped.Package.Tests.Harness;

/// <summary>The projects that have to build and run.</summary>
public sealed class WorkingConsumers(PackedPackages packages) : Consumers(packages, "Working");
