namespace FmeTyped.Schema.Emission;

/// <summary>The mark of generated types, with the version that made them.</summary>
internal static class GeneratedCode
{
    public static string Attribute { get; } =
        $"[global::System.CodeDom.Compiler.GeneratedCode(\"FmeTyped\", \"{typeof(GeneratedCode).Assembly.GetName().Version!.ToString(3)}\")]";
}
