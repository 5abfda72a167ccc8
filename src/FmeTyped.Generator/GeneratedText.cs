using System.Text;
using FmeTyped.Schema.Emission;
using Microsoft.CodeAnalysis.Text;

namespace FmeTyped.Generator;

/// <summary>Generated files as the compiler takes them.</summary>
internal static class GeneratedText
{
    public static SourceText Of(NamedWorkspace workspace) => SourceText.From(SourceFileEmitter.Emit(workspace.Workspace, workspace.Type), Encoding.UTF8);

    public static SourceText Of(SharedFile file) => SourceText.From(SourceFileEmitter.Emit(file.ToArray()), Encoding.UTF8);
}
