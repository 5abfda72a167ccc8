namespace FmeTyped.Benchmarks.Generator.Compiling;

/// <summary>A folder that is gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("fmetyped-benchmark").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
