using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace FmeTyped.Generator.Tests.Harness;

/// <summary>Runs what was compiled in a test. Assemblies find each other by name, and the runtime is that of the test.</summary>
internal sealed class TestLoadContext() : AssemblyLoadContext(isCollectible: true), IDisposable
{
    public static ImmutableArray<byte> ImageOf(Compilation compilation)
    {
        using var image = new MemoryStream();
        EmitResult result = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return [.. image.ToArray()];
    }

    public Assembly Load(ImmutableArray<byte> image)
    {
        using var stream = new MemoryStream([.. image]);
        return LoadFromStream(stream);
    }

    public void Dispose() => Unload();

    protected override Assembly? Load(AssemblyName assemblyName) =>
        Assemblies.FirstOrDefault(assembly => assembly.GetName().Name == assemblyName.Name);
}
