namespace FmeTyped.Schema.Facts;

/// <summary>Names of devices of Windows, which no file can have in any folder, whatever follows behind a point.</summary>
/// <remarks>Source: Microsoft's "Naming Files, Paths, and Namespaces".</remarks>
internal static partial class ReservedFileNames
{
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"];
    private static readonly string[] Ports = ["COM", "LPT"];

    public static bool Contains(string name)
    {
        string stem = name.Split('.', ':')[0].TrimEnd(' ');
        return System.Array.Exists(Devices, device => string.Equals(device, stem, System.StringComparison.OrdinalIgnoreCase))
            || (stem.Length == 4 && IsPort(stem));
    }

    private static bool IsPort(string stem) =>
        stem[3] is (>= '0' and <= '9') or '¹' or '²' or '³'
        && System.Array.Exists(Ports, port => stem.StartsWith(port, System.StringComparison.OrdinalIgnoreCase));
}
