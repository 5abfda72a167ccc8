using FmeTyped.Metadata;
using FmeTyped.Schema.Reading.Fmw;
using FmeTyped.Tool.Requests;

namespace FmeTyped.Blazor.Tests;

/// <summary>The workspaces of the corpus, as an app would know them.</summary>
internal static class CorpusForms
{
    public static IReadOnlyList<FmeWorkspaceDescriptor> All() =>
    [
        .. from file in Directory.GetFiles(Corpus.PathOf("fmw"), "*.fmw").Order(StringComparer.Ordinal)
           let workspace = FmwReader.Read(File.ReadAllBytes(file), "Corpus", Path.GetFileName(file)).Workspace
           where workspace is not null
           select WorkspaceDescriptors.From(workspace),
    ];
}
