package oriel.index;

import java.util.List;

public record Complaint(String key, List<String> parameters, int position) {}
