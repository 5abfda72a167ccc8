using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;

namespace FmeTyped.Schema.Emission;

/// <summary>Everything that one generated file depends on.</summary>
internal sealed record NamedWorkspace(Workspace Workspace, TypeName Type);
