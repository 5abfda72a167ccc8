using System.Diagnostics;

namespace FmeTyped.Benchmarks.Measuring;

/// <summary>This program, to be started once more.</summary>
internal static class Self
{
    public static ProcessStartInfo StartInfo(params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(Self).Assembly.Location);
        }

        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }
}
